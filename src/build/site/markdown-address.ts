/** The address of a page's Markdown, which lies beside the page: "/runbooks/release/" gives "/runbooks/release.md". */
export const markdownAddress = (href: string): string => href.replace(/\/$/, '.md');

import { runbook } from './people';
import { expect, test } from './test';

test.use({ javaScriptEnabled: false });

test('without JavaScript the page reads, boxes tick for the moment, and a line says they are not kept @every-site @phone', async ({
  page,
}) => {
  await page.goto(runbook);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const box = page.getByRole('checkbox', { name: 'Merge all feature branches to main' });
  await box.check();
  await expect(box).toBeChecked();
  await expect(page.getByText(/Ticks are not kept: this page needs JavaScript/)).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(110);
});

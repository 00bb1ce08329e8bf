// Values that are odd: those NEPI takes all the same, numbers that would lose digits, durations that can't be counted.
import { expect, test } from './studio.ts';

test('a value of another type than its attribute is a note, stays as given, and does not stop the run', async ({
  studio,
  page,
}) => {
  await studio.openExperiment({
    id: 'kinds',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'host', attributes: { hostname: 'h' } },
      { guid: 2, rtype: 'linux::CCND', label: 'ccnd', attributes: { capacity: 50000 } },
    ],
    connections: [[2, 1]],
    script: [{ op: 'set', resources: [2], attribute: 'capacity', value: 60000 }, { op: 'deploy' }, { op: 'shutdown' }],
  });
  await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/Completed after/).first()).toBeVisible();
  await page.getByRole('tab', { name: /^Problems/ }).click();
  const problems = page.getByRole('list', { name: 'Problems', exact: true });
  const note = problems.getByRole('listitem').filter({ hasText: 'capacity takes text, not 50000' });
  await expect(note).toContainText('Note');
  await expect(note).toContainText('NEPI keeps the value as given');
  expect((await studio.experiment()).resources[1]!.attributes).toEqual({ capacity: 50000 });
});

test('a typed number that would lose digits is refused, and says what it would become', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'digits',
    resources: [{ guid: 1, rtype: 'linux::Ping', label: 'ping', attributes: { target: 'h', count: 3 } }],
  });
  await studio.select('ping');
  const count = studio.inspector.getByRole('textbox', { name: 'count', exact: true });
  await count.fill('9007199254740993');
  await page.keyboard.press('Enter');
  await expect(studio.inspector.getByRole('alert')).toContainText('count would become 9007199254740992');
  expect((await studio.experiment()).resources[0]!.attributes).toEqual({ target: 'h', count: 3 });
});

test('a duration that can not be counted is told in the outcome, with the resource and the phase', async ({
  studio,
  page,
}) => {
  const provision = { dist: 'lognormal', median: '1s', sigma: 1000 };
  await studio.openExperiment({
    id: 'wild',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'node1', attributes: { hostname: 'h' }, behavior: { provision } },
    ],
    simulation: { seed: 3 },
  });
  await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Play' }).click();
  await expect(
    page.getByText('the duration of provision of node1 (guid 1) came out as more than 285 years').first(),
  ).toBeVisible();
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(page.getByRole('list', { name: 'Problems', exact: true })).toContainText('has a sigma of 1000');
});

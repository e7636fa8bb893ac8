import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { PROJECT_FOLDER } from './bundling/project-folder.ts';
import { MeterpostStack } from './meterpost-stack.ts';
import { readSettings, SettingsError } from './settings.ts';

try {
  const app = new App();
  const { version } = JSON.parse(readFileSync(path.join(PROJECT_FOLDER, 'package.json'), 'utf8'));
  new MeterpostStack(
    app,
    readSettings((name) => app.node.tryGetContext(name)),
    version,
  );
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import { describeMailer } from '../adapters/contracts/mailer.ts';
import { createRecordingMailer } from './recording-mailer.ts';

for (const remembersNames of [false, true]) {
  describeMailer(`the recording mailer that ${remembersNames ? 'remembers' : 'forgets'} names`, async () => {
    const mailer = createRecordingMailer({ remembersNames });
    return { mailer, delivered: async () => mailer.sent.map((mail) => mail.content.subject) };
  });
}

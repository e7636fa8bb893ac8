import { type Answer, type AwsError, type Call, notImplemented, type Request, type Service } from '../call.ts';
import { element, textElement } from '../xml.ts';
import { sendRawEmail } from './send-raw-email.ts';
import type { SendingAccount } from './sending-account.ts';

const NAMESPACE = ' xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const HEADERS = { 'content-type': 'text/xml' };
/** What a quota without limit is shown as. */
const UNLIMITED = -1;

/** SES v1: forms in, XML out. */
export function createSesService(account: SendingAccount): Service {
  return {
    operationOf: (request) => formOf(request).get('Action') ?? 'nothing',
    answer(call) {
      switch (call.operation) {
        case 'SendRawEmail':
          return result(call, textElement('MessageId', sendRawEmail(account, formOf(call))));
        case 'GetSendQuota':
          return result(call, quotaElements(account));
        default:
          throw notImplemented(call.operation);
      }
    },
    refuse,
  };
}

function formOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.body.toString('utf8'));
}

function quotaElements({ quota }: SendingAccount): string {
  const shown = (most: number) => (Number.isFinite(most) ? most : UNLIMITED);
  return [
    textElement('Max24HourSend', shown(quota.max24HourSend)),
    textElement('MaxSendRate', shown(quota.maxSendRate)),
    textElement('SentLast24Hours', quota.sentLast24Hours()),
  ].join('');
}

function result(call: Call, inner: string): Answer {
  const parts = element(`${call.operation}Result`, inner) + metadata(call);
  return { status: 200, headers: HEADERS, body: element(`${call.operation}Response`, parts, NAMESPACE) };
}

function metadata(call: Call): string {
  return element('ResponseMetadata', textElement('RequestId', call.requestId));
}

function refuse(call: Call, error: AwsError): Answer {
  const inner = [
    textElement('Type', error.status < 500 ? 'Sender' : 'Receiver'),
    textElement('Code', error.code),
    textElement('Message', error.message),
  ].join('');
  const parts = element('Error', inner) + textElement('RequestId', call.requestId);
  return { status: error.status, headers: HEADERS, body: element('ErrorResponse', parts, NAMESPACE) };
}

/** Makes what views may know out of what is held. Pure: no secret value passes. */
import { nextTry } from './ask-again';
import type { Handoff } from './model';
import type { ProjectedHandoff } from './projection';

export function projectHandoff(handoff: Handoff): ProjectedHandoff {
  const { clientId, cloudId, touchedAt, secret, orphan, consentLink } = handoff;
  const microsoft = handoff.microsoft?.capturedAt === secret?.capturedAt ? handoff.microsoft : undefined;
  const { appName, tenantId, directoryDomain, vendorHost, connectionName, clientIdHeldAt } = handoff;
  return {
    clientId,
    cloudId,
    touchedAt,
    consentLinkKnown: consentLink !== undefined,
    ...(appName !== undefined && { appName }),
    ...(tenantId !== undefined && { tenantId }),
    ...(directoryDomain !== undefined && { directoryDomain }),
    ...(vendorHost !== undefined && { vendorHost }),
    ...(connectionName !== undefined && { connectionName }),
    ...(clientIdHeldAt !== undefined && { clientIdHeldAt }),
    ...(orphan && { orphan }),
    ...(handoff.redirectUri !== undefined && { redirectUri: handoff.redirectUri }),
    ...(handoff.renews && { renews: handoff.renews }),
    ...(microsoft && {
      microsoft: { answer: microsoft.answer, at: microsoft.at, pending: nextTry(handoff) !== undefined },
    }),
    ...(secret && {
      secret: {
        hint: secret.hint,
        capturedAt: secret.capturedAt,
        deadline: secret.deadline,
        extendable: secret.deadline < secret.latestDeadline,
        ...(secret.secretId !== undefined && { secretId: secret.secretId }),
        ...(secret.description !== undefined && { description: secret.description }),
        ...(secret.expiresOn !== undefined && { expiresOn: secret.expiresOn }),
      },
    }),
  };
}

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { portalReport } from '../utils/entra/report';
import { send } from '../utils/messages/send';
import { takeReport } from '../utils/page/take-report';
import { vendorTenantOf } from '../utils/vendors/registry';
import { consoleReport } from '../utils/vendors/report';

/** Put into a console's page by the background when the admin asks for a page report. */
export default defineUnlistedScript(() => {
  const page = { document, window, send };
  const tenant = vendorTenantOf(location.href);
  void takeReport(page, tenant ? consoleReport(tenant.vendor) : portalReport(page));
});

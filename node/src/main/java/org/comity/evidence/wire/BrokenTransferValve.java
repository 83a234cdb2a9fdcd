package org.comity.evidence.wire;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Ends the connection when a range breaks off in the middle, and says nothing: without this the connection stays open, and the
 * receiver waits for bytes that nobody sends. Tomcat's own valve does it, and would write a page into other refusals.
 */
final class BrokenTransferValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        // A status is enough.
    }
}

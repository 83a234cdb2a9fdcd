package org.comity.ui.errors;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what the container refuses before any filter of ours is asked, such as an address that it cannot read. What
 * has an answer already keeps it.
 */
final class UnreadAddresses extends ErrorReportValve {

    private final Words words;

    UnreadAddresses(Words words) {
        this.words = words;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            new PlainPage(words, FailureFacts.of(status)).answer(request, response, false);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.comity.vocabulary;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks another server, and gives up when its whole answer is not here in time; the JDK's time-out ends with the headers. */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * @param within from the sending of the request to the last byte of the answer
     * @throws HttpTimeoutException if it took longer; nothing of the answer is read any more
     * @throws IOException as {@link HttpClient#send}, also for an answer that is larger than its reader allows
     */
    public static <T> HttpResponse<T> to(
            HttpRequest request, HttpClient client, HttpResponse.BodyHandler<T> reader, Duration within)
            throws IOException, InterruptedException {
        var answer = client.sendAsync(request, reader);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + within);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException why ? why : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}

package org.comity.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that is read as a whole and is larger than a wish may be, in whatever room its controller stands. */
@ControllerAdvice
class BoundingBodies extends RequestBodyAdviceAdapter {

    private final ObjectProvider<ApiSettings> settings;

    // Asked for when a body comes: where pages are tried alone there are none.
    BoundingBodies(ObjectProvider<ApiSettings> settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> reader) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> reader)
            throws IOException {
        var body = new ByteArrayInputStream(ReadingIdempotentRequest.within(
                message.getBody(), settings.getObject().largestBody()));
        return new Bounded(message.getHeaders(), body);
    }

    private static final class Bounded implements HttpInputMessage {

        private final HttpHeaders headers;
        private final InputStream body;

        Bounded(HttpHeaders headers, InputStream body) {
            this.headers = headers;
            this.body = body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}

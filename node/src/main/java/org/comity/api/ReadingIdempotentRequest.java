package org.comity.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives a controller the {@link IdempotentRequest} of a POST or PUT: size, depth, names and key are bounded here. */
class ReadingIdempotentRequest implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String KEY = "[A-Za-z0-9._:-]{16,100}";
    private static final int DEEPEST = 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(17)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiSettings settings;

    ReadingIdempotentRequest(ApiSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var by = (Official) Objects.requireNonNull(http.getAttribute(Official.class.getName()));
        var key = http.getHeader("Idempotency-Key");
        if (http.getMethod().equals("POST") && (key == null || !key.matches(KEY))) {
            throw new IdempotentRequestRefused.KeyMissing();
        }
        var body = body(
                http,
                parameter.hasParameterAnnotation(WithScan.class) ? settings.largestWithScan() : settings.largestBody());
        var secret = (key == null ? "" : key).getBytes(UTF_8);
        var path = (http.getMethod() + " " + http.getRequestURI() + "\n").getBytes(UTF_8);
        return new IdempotentRequest(
                by,
                Digests.sha256((by.id() + "\n").getBytes(UTF_8), secret),
                Digests.sha256(secret, path, body),
                read(body));
    }

    static byte[] body(HttpServletRequest http, int largest) throws IOException {
        return within(http.getInputStream(), largest);
    }

    static byte[] within(InputStream sent, int largest) throws IOException {
        var body = sent.readNBytes(largest + 1);
        if (body.length > largest) {
            throw new IdempotentRequestRefused.TooLarge(largest);
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            var json = JSON.readValue(body, Map.class);
            if (json != null) {
                return json;
            }
        } catch (JacksonException notJson) {
            // Its message quotes the content, which must not reach a log.
        }
        throw new IdempotentRequestRefused.NotJson();
    }
}

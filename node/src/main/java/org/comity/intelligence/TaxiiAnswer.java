package org.comity.intelligence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer of TAXII 2.1, and says which media types ask for one. */
final class TaxiiAnswer {

    static final String TYPE = "application/taxii+json;version=2.1";

    private static final MediaType TAXII = MediaType.parseMediaType(TYPE);
    private static final String VERSION = "version";
    private static final DateTimeFormatter MILLIS = moment("SSS");
    private static final DateTimeFormatter MICROS = moment("SSSSSS");
    private static final int MICRO = 1_000;

    private TaxiiAnswer() {}

    private static DateTimeFormatter moment(String fraction) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "'Z'")
                .withZone(ZoneOffset.UTC);
    }

    static ResponseEntity<byte[]> of(Object json) {
        return of(HttpStatus.OK, JsonMapper.shared().writeValueAsBytes(json));
    }

    static ResponseEntity<byte[]> of(HttpStatus status, byte[] json) {
        return ResponseEntity.status(status).contentType(TAXII).body(json);
    }

    /** With when the first and the last of what is in it were added. */
    static ResponseEntity<byte[]> of(Object json, @Nullable Instant first, @Nullable Instant last) {
        var answer = ResponseEntity.ok().contentType(TAXII);
        if (first != null) answer.header("X-TAXII-Date-Added-First", MICROS.format(first));
        if (last != null) answer.header("X-TAXII-Date-Added-Last", MICROS.format(last));
        return answer.body(JsonMapper.shared().writeValueAsBytes(json));
    }

    static ResponseEntity<byte[]> of(TaxiiRefused refused) {
        var status = refused.status();
        var error = Map.of("title", refused.getMessage(), "http_status", Integer.toString(status.value()));
        var answer = ResponseEntity.status(status).contentType(TAXII);
        refused.retryAfter().ifPresent(it -> answer.header("Retry-After", Long.toString(it)));
        return answer.body(JsonMapper.shared().writeValueAsBytes(error));
    }

    /** What is empty is left out, as TAXII says. */
    static Map<String, Object> listing(String key, List<?> all) {
        return all.isEmpty() ? Map.of() : Map.of(key, all);
    }

    static String added(Instant at) {
        return MICROS.format(at);
    }

    /** With as many digits as it has, three or six. */
    static String moment(Instant at) {
        return (at.getNano() / MICRO % MICRO == 0 ? MILLIS : MICROS).format(at);
    }

    static void mustAccept(@Nullable String accept) {
        if (accept == null || types(accept).stream().anyMatch(it -> it.getQualityValue() > 0 && asks(it))) return;
        throw new TaxiiRefused(HttpStatus.NOT_ACCEPTABLE, "The answer is %s alone.".formatted(TYPE));
    }

    static void mustBring(@Nullable String contentType) {
        var types = contentType == null ? List.<MediaType>of() : types(contentType);
        if (types.size() == 1 && !types.getFirst().isWildcardSubtype() && asks(types.getFirst())) return;
        throw new TaxiiRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Bring %s.".formatted(TYPE));
    }

    private static boolean asks(MediaType type) {
        var version = type.getParameter(VERSION);
        return type.isWildcardType()
                || type.getType().equals(TAXII.getType())
                        && (type.getSubtype().equals("*") || type.getSubtype().equals(TAXII.getSubtype()))
                        && (version == null || version.replace("\"", "").equals(TAXII.getParameter(VERSION)));
    }

    private static List<MediaType> types(String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }
}

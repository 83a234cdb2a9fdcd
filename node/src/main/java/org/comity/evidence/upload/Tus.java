package org.comity.evidence.upload;

import java.io.IOException;
import java.util.UUID;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Speaks tus 1.0 (https://tus.io/protocols/resumable-upload), core, creation and termination. */
public final class Tus {

    public static final String RESUMABLE = "Tus-Resumable";
    public static final String LENGTH = "Upload-Length";
    public static final String OFFSET = "Upload-Offset";
    public static final String METADATA = "Upload-Metadata";
    public static final String BYTES = "application/offset+octet-stream";

    private static final String VERSION = "1.0.0";

    private Tus() {}

    public static ResponseEntity<Void> able() {
        return said(ResponseEntity.noContent())
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination")
                .build();
    }

    public static ResponseEntity.BodyBuilder said(ResponseEntity.BodyBuilder answer) {
        return answer.header(RESUMABLE, VERSION);
    }

    public static ResponseEntity.HeadersBuilder<?> said(ResponseEntity.HeadersBuilder<?> answer) {
        return answer.header(RESUMABLE, VERSION);
    }

    /** How far it is: where the next byte goes. */
    public static ResponseEntity<Void> where(Item item, Reaching reaching) throws IOException {
        if (item.gone()) return gone();
        var sealed = item.sealed();
        long reached =
                sealed == null ? reaching.reached(item.id()) : sealed.plain().size();
        var answer = said(ResponseEntity.ok())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(OFFSET, Long.toString(reached));
        if (item.declaredSize() != null)
            answer.header(LENGTH, item.declaredSize().toString());
        return answer.build();
    }

    public static ResponseEntity<Void> reached(long bytes) {
        return said(ResponseEntity.noContent())
                .header(OFFSET, Long.toString(bytes))
                .build();
    }

    public static ResponseEntity<Void> gone() {
        return said(ResponseEntity.status(HttpStatus.GONE)).build();
    }

    /** @throws EvidenceRefused {@code tus-version} */
    public static void spoken(String version) {
        if (!version.equals(VERSION)) throw new EvidenceRefused("tus-version", "Tus-Resumable: " + VERSION);
    }

    /** @throws EvidenceRefused {@code tus-header} */
    public static long number(String header) {
        if (!header.matches("[0-9]{1,18}")) throw new EvidenceRefused("tus-header", "A number of bytes is needed");
        return Long.parseLong(header);
    }

    /**
     * The hash that the other side read, if it told one.
     *
     * @throws EvidenceRefused {@code hash}
     */
    public static @Nullable String sha256(@Nullable Whole whole) {
        var sha256 = whole == null ? null : whole.sha256();
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}"))
            throw new EvidenceRefused("hash", "64 hexadecimal digits");
        return sha256;
    }

    /** Tells of one whose bytes are coming how many are here. */
    @FunctionalInterface
    public interface Reaching {
        long reached(UUID item) throws IOException;
    }

    /** @param sha256 of the whole, in lower-case hexadecimal, or null */
    public record Whole(@Nullable String sha256) {}
}

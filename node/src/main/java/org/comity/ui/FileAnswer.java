package org.comity.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.comity.proof.form.DirectionCharacters;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Begins an answer that is a file: saved under a name (RFC 6266, in letters of any script by RFC 8187), and taken by the
 * browser for nothing but what its type says.
 */
public final class FileAnswer {

    private static final String NO_SNIFFING = "X-Content-Type-Options";

    /** Would name a folder, end the header's line, or make the end of the name look like another one. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile(
            "[\\p{Cntrl}/\\\\" + DirectionCharacters.EMBEDDINGS_AND_OVERRIDES + DirectionCharacters.ISOLATES + "]");

    private FileAnswer() {}

    public static ResponseEntity.BodyBuilder saved(String name) {
        return with(ContentDisposition.attachment(), name);
    }

    /** What others made, as bytes: it is never shown as what it says it is. */
    public static ResponseEntity<byte[]> ofOthers(String name, byte[] content) {
        return saved(name).contentType(MediaType.APPLICATION_OCTET_STREAM).body(content);
    }

    /** In the browser's window, if it can show it: only for what this node wrote itself. */
    public static ResponseEntity.BodyBuilder shown(String name) {
        return with(ContentDisposition.inline(), name);
    }

    public static void saved(String name, HttpServletResponse response) {
        with(ContentDisposition.attachment(), name, response);
    }

    /** See {@link #shown(String)}. */
    public static void shown(String name, HttpServletResponse response) {
        with(ContentDisposition.inline(), name, response);
    }

    private static ResponseEntity.BodyBuilder with(ContentDisposition.Builder how, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, header(how, name))
                .header(NO_SNIFFING, "nosniff");
    }

    private static void with(ContentDisposition.Builder how, String name, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, header(how, name));
        response.setHeader(NO_SNIFFING, "nosniff");
    }

    private static String header(ContentDisposition.Builder how, String name) {
        var safe = NOT_IN_NAMES.matcher(name).replaceAll("-");
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(safe);
        return (plain ? how.filename(safe) : how.filename(safe, StandardCharsets.UTF_8))
                .build()
                .toString();
    }
}

package org.comity.evidence.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.comity.evidence.EvidenceRefused;
import org.comity.proof.act.Attachment;

/**
 * What tus says of a file beside its bytes: {@code filename}, {@code relativePath} of one in a folder, {@code filetype}, and
 * ours: {@code request}, and {@code sealedOnly} of what is never shown. Other keys are of no use here.
 *
 * @param path the relative path if there is one, else the name
 * @param request a reference, or empty
 */
public record UploadMetadata(String path, String mediaType, String request, boolean sealedOnly) {

    private static final int LONGEST = 6000;

    public static UploadMetadata read(String header) {
        if (header.length() > LONGEST) throw malformed();
        var said = pairs(header);
        var relative = said.getOrDefault("relativePath", "");
        var type = said.getOrDefault("filetype", "");
        return new UploadMetadata(
                relative.isBlank() || relative.equals("null") ? said.getOrDefault("filename", "") : relative,
                Attachment.allowedMediaType(type) ? type : "application/octet-stream",
                said.getOrDefault("request", ""),
                "true".equals(said.get("sealedOnly")));
    }

    private static Map<String, String> pairs(String header) {
        var said = new HashMap<String, String>();
        for (var pair : header.split(",")) {
            var parts = pair.strip().split(" ");
            if (parts.length > 2 || said.put(parts[0], parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw malformed();
            }
        }
        return said;
    }

    private static String decoded(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(value)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static EvidenceRefused malformed() {
        return new EvidenceRefused("tus-header", "Upload-Metadata: keys with values in Base64, divided by commas");
    }
}

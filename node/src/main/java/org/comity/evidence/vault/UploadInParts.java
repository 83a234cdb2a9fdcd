package org.comity.evidence.vault;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * Writes one file in parts. Each carries its MD5, so the store refuses one that came otherwise; a part that is there already, of the same size and tag, is not sent again.
 */
final class UploadInParts {

    private static final long SMALLEST_PART = 16L << 20;
    private static final long MOST_PARTS = 9_000;

    private final S3Client s3;
    private final String bucket;
    private final String key;

    UploadInParts(S3Client s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    void upload(SeekableByteChannel file, long size) {
        int length = (int) Math.max(SMALLEST_PART, (size / MOST_PARTS >> 20) + 1 << 20);
        var id = begun().orElseGet(() ->
                s3.createMultipartUpload(it -> it.bucket(bucket).key(key)).uploadId());
        var there = there(id);
        var parts = new ArrayList<CompletedPart>();
        byte[] part = new byte[(int) Math.min(length, size)];
        int number = 1;
        for (long at = 0; at < size; at += length, number++) {
            int n = (int) Math.min(length, size - at);
            read(file, at, part, n);
            parts.add(part(id, number, part, n, there.get(number)));
        }
        s3.completeMultipartUpload(
                it -> it.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
    }

    private CompletedPart part(String id, int number, byte[] part, int length, @Nullable Part there) {
        byte[] md5 = digest(part, length);
        if (there != null
                && there.size() == length
                && there.eTag().replace("\"", "").equals(HexFormat.of().formatHex(md5))) {
            return CompletedPart.builder().partNumber(number).eTag(there.eTag()).build();
        }
        var sent = s3.uploadPart(
                it -> it.bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .partNumber(number)
                        .contentMD5(Base64.getEncoder().encodeToString(md5)),
                RequestBody.fromContentProvider(
                        () -> new ByteArrayInputStream(part, 0, length), length, "application/octet-stream"));
        return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
    }

    private Optional<String> begun() {
        return s3.listMultipartUploads(it -> it.bucket(bucket).prefix(key)).uploads().stream()
                .filter(it -> it.key().equals(key))
                .map(MultipartUpload::uploadId)
                .findFirst();
    }

    private Map<Integer, Part> there(String id) {
        var parts = new HashMap<Integer, Part>();
        s3.listPartsPaginator(it -> it.bucket(bucket).key(key).uploadId(id))
                .parts()
                .forEach(it -> parts.put(it.partNumber(), it));
        return parts;
    }

    private static void read(SeekableByteChannel file, long at, byte[] into, int length) {
        var buffer = ByteBuffer.wrap(into, 0, length);
        try {
            while (buffer.hasRemaining()) {
                if (file.position(at + buffer.position()).read(buffer) < 0)
                    throw new EOFException("The payload became shorter");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String md5(byte[] content, int length) {
        return Base64.getEncoder().encodeToString(digest(content, length));
    }

    /** What S3 asks for against errors of the line; nothing here rests on it. */
    private static byte[] digest(byte[] content, int length) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(content, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

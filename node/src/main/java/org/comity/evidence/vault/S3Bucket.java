package org.comity.evidence.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.evidence.EvidenceSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Reads and writes one bucket of a store that speaks S3, under a prefix; every failure is an {@link IOException}, or was tried again.
 */
final class S3Bucket {

    private final S3Client s3;
    private final String name;
    private final String prefix;

    S3Bucket(S3Client s3, String name, String prefix) {
        this.s3 = s3;
        this.name = name;
        this.prefix = prefix;
    }

    static S3Bucket of(EvidenceSettings.S3 settings) throws IOException {
        var secret = Files.readString(settings.secretFile()).strip();
        var s3 = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(20))
                        .socketTimeout(Duration.ofMinutes(2)))
                // Each part carries its MD5; trailing checksums are not understood by every store.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (settings.endpoint() != null) s3.endpointOverride(settings.endpoint());
        return new S3Bucket(s3.build(), settings.bucket(), settings.prefix());
    }

    void put(String key, byte[] content) throws IOException {
        asked(() -> s3.putObject(
                it -> it.bucket(name).key(prefix + key).contentMD5(UploadInParts.md5(content, content.length)),
                RequestBody.fromContentProvider(
                        () -> new ByteArrayInputStream(content), content.length, "application/octet-stream")));
    }

    /** Goes on with an upload of this key that was broken off. */
    void upload(String key, SeekableByteChannel payload) throws IOException {
        long size = payload.size();
        asked(() -> {
            new UploadInParts(s3, name, prefix + key).upload(payload, size);
            return true;
        });
        long stored = size(key);
        if (stored != size) throw new IOException("The store has %d bytes of %d".formatted(stored, size));
    }

    Optional<byte[]> small(String key) throws IOException {
        try {
            return Optional.of(asked(() ->
                    s3.getObjectAsBytes(it -> it.bucket(name).key(prefix + key)).asByteArray()));
        } catch (Missing e) {
            return Optional.empty();
        }
    }

    SeekableByteChannel read(String key) throws IOException {
        return new BucketChannel(s3, name, prefix + key, size(key));
    }

    void remove(String key) throws IOException {
        asked(() -> s3.deleteObject(it -> it.bucket(name).key(prefix + key)));
    }

    /** Everything that begins so goes, what begins with {@code first} before the rest; also uploads that were broken off. */
    void empty(String beginning, String first) throws IOException {
        for (var key : keys(first)) remove(key);
        for (var key : keys(beginning)) remove(key);
        asked(() -> {
            s3.listMultipartUploads(it -> it.bucket(name).prefix(prefix + beginning)).uploads().stream()
                    .filter(it -> it.key().startsWith(prefix + beginning))
                    .forEach(it -> s3.abortMultipartUpload(
                            abort -> abort.bucket(name).key(it.key()).uploadId(it.uploadId())));
            return true;
        });
        if (!keys(beginning).isEmpty()) throw new IOException("The store still has something of it");
    }

    boolean has(String key) {
        try {
            return size(key) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Keys that begin so, without our prefix. */
    List<String> keys(String beginning) throws IOException {
        return asked(() ->
                s3.listObjectsV2Paginator(it -> it.bucket(name).prefix(prefix + beginning)).contents().stream()
                        .map(S3Object::key)
                        .map(it -> it.substring(prefix.length()))
                        .toList());
    }

    /** Whether there is any key that begins so. */
    boolean any(String beginning) throws IOException {
        return asked(() -> !s3.listObjectsV2(
                        it -> it.bucket(name).prefix(prefix + beginning).maxKeys(1))
                .contents()
                .isEmpty());
    }

    /** What lies below, one step, without the slash at its end. */
    List<String> folders(String above) throws IOException {
        return asked(() ->
                s3
                        .listObjectsV2Paginator(
                                it -> it.bucket(name).prefix(prefix + above).delimiter("/"))
                        .commonPrefixes()
                        .stream()
                        .map(CommonPrefix::prefix)
                        .map(it -> it.substring(prefix.length(), it.length() - 1))
                        .toList());
    }

    long size(String key) throws IOException {
        return asked(
                () -> s3.headObject(it -> it.bucket(name).key(prefix + key)).contentLength());
    }

    static <T> T asked(Supplier<T> what) throws IOException {
        try {
            return what.get();
        } catch (NoSuchBucketException e) {
            throw new IOException("The store has no such bucket", e);
        } catch (NoSuchKeyException e) {
            throw new Missing(e);
        } catch (S3Exception e) {
            if (e.statusCode() == 404) throw new Missing(e);
            throw new IOException("The store answers: " + e.getMessage(), e);
        } catch (SdkException e) {
            throw new IOException("The store does not answer: " + e.getMessage(), e);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static final class Missing extends IOException {
        Missing(SdkException cause) {
            super("The store has no such object", cause);
        }
    }
}

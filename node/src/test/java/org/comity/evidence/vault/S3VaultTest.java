package org.comity.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.vault.Vault.HandingOn;
import org.comity.proof.form.Digests;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The vault over s3proxy, a store that checks signatures. */
class S3VaultTest extends VaultContract {

    private static final int PART = 16 << 20;

    private static S3Store store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        store = new S3Store();
    }

    @AfterAll
    static void stop() throws Exception {
        if (store != null) store.close();
    }

    @Override
    Vault vault() throws Exception {
        return vault("secret", "evidence");
    }

    @Override
    void later(Vault vault) {
        ((S3Vault) vault).handOn();
    }

    private Vault vault(String secret, String bucket) throws Exception {
        var file = Files.writeString(folder.resolve("secret"), secret);
        var s3 = new EvidenceSettings.S3(
                URI.create(store.address()), "us-east-1", bucket, folder.getFileName() + "/", "id", file, true);
        var settings =
                new EvidenceSettings(folder.resolve("vault"), 1, 1, Duration.ofDays(1), DataSize.ofMegabytes(1), s3);
        return new VaultConfiguration().vault(settings);
    }

    @Test
    void an_upload_that_was_broken_off_goes_on() throws Exception {
        byte[] payload = random(PART + 1000);
        var id = added(vault(), payload);
        var key = folder.getFileName() + "/kept/" + id.toString().substring(0, 2) + "/" + id + "/payload";
        try (var s3 = client()) {
            var begun = s3.createMultipartUpload(it -> it.bucket("evidence").key(key))
                    .uploadId();
            s3.uploadPart(
                    it -> it.bucket("evidence").key(key).uploadId(begun).partNumber(1),
                    RequestBody.fromBytes(Arrays.copyOf(payload, PART)));
            s3.uploadPart(
                    it -> it.bucket("evidence").key(key).uploadId(begun).partNumber(2),
                    RequestBody.fromBytes(new byte[1000]));

            vault().keep(id, MANIFEST);
            later(vault());

            assertThat(s3.listMultipartUploads(it -> it.bucket("evidence")).uploads())
                    .isEmpty();
        }
        assertThat(kept(vault(), id)).isEqualTo(payload);
        assertThat(folder.resolve("vault/kept/" + id.toString().substring(0, 2) + "/" + id))
                .doesNotExist();
    }

    @Test
    void a_store_that_refuses_loses_nothing() throws Exception {
        byte[] payload = random(100_000);
        var id = added(vault(), payload);
        vault().keep(id, MANIFEST);
        for (var refusing : new Vault[] {vault("secret", "no-such-bucket"), vault("wrong", "evidence")}) {
            later(refusing);
            assertThat(kept(refusing, id)).isEqualTo(payload);
            assertThat(refusing.manifest(id)).hasValue(MANIFEST);
        }
        assertThatIOException().isThrownBy(() -> vault("wrong", "evidence").manifest(java.util.UUID.randomUUID()));
        later(vault());
        assertThat(folder.resolve("vault/kept/" + id.toString().substring(0, 2) + "/" + id))
                .doesNotExist();
        assertThat(kept(vault(), id)).isEqualTo(payload);
    }

    @Test
    void what_is_destroyed_goes_when_the_store_is_back_and_so_does_an_upload_that_was_broken_off() throws Exception {
        var handedOn = added(vault(), random(1000));
        vault().keep(handedOn, MANIFEST);
        later(vault());
        var here = added(vault(), random(1000));
        vault().keep(here, MANIFEST);
        var key = folder.getFileName() + "/kept/" + here.toString().substring(0, 2) + "/" + here + "/payload";
        try (var s3 = client()) {
            s3.createMultipartUpload(it -> it.bucket("evidence").key(key));

            for (var id : java.util.List.of(handedOn, here)) {
                assertThatIOException()
                        .isThrownBy(() -> vault("wrong", "evidence").destroy(id));
            }
            assertThat(kept(vault(), handedOn)).hasSize(1000);
            for (var id : java.util.List.of(handedOn, here)) vault().destroy(id);

            assertThat(s3.listMultipartUploads(it -> it.bucket("evidence")).uploads())
                    .isEmpty();
            assertThat(s3.listObjectsV2(it -> it.bucket("evidence").prefix(folder.getFileName() + "/"))
                            .contents())
                    .isEmpty();
        }
        assertThat(vault().folders(here.toString().substring(0, 2))).doesNotContainKey(here.toString());
    }

    /** A node may be killed as it deletes what it has handed on. */
    @Test
    void what_was_handed_on_is_whole_however_much_of_it_is_deleted_here() throws Exception {
        byte[] payload = random(1000);
        var id = added(vault(), payload);
        vault().keep(id, MANIFEST);
        var here = place(id);
        var before = folder.resolve("before");
        FileSystemUtils.copyRecursively(here, before);
        later(vault());
        FileSystemUtils.copyRecursively(before, here);
        Files.delete(here.resolve("item.json"));
        Files.delete(here.resolve("payload"));
        var left = folder.resolve("vault/handed-on/" + id);
        FileSystemUtils.copyRecursively(before, left);

        var vault = vault();
        later(vault);

        assertThat(here).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(vault.headers(id)).containsOnlyKeys(Digests.sha256(HEADER));
        assertThat(kept(vault, id)).isEqualTo(payload);
        assertThat(vault.handingOn()).hasValue(new HandingOn(0, false));
    }

    @Test
    void one_that_cannot_be_read_keeps_no_other_from_the_bucket_and_health_says_so() throws Exception {
        var ids = new ArrayList<UUID>();
        for (int n = 0; n < 2; n++) ids.add(added(vault(), random(1000)));
        // In the order in which they are handed on.
        ids.sort(Comparator.comparing(UUID::toString));
        for (var each : ids) vault().keep(each, MANIFEST);
        Files.delete(place(ids.getFirst()).resolve("payload"));

        var vault = vault();
        later(vault);

        assertThat(place(ids.getLast())).doesNotExist();
        assertThat(kept(vault, ids.getLast())).hasSize(1000);
        assertThat(new HandingOnLine(vault).lines())
                .containsExactly(HealthLine.of("handing-on", State.BAD, "stays", Map.of("n", 1)));
        var away = vault("secret", "no-such-bucket");
        later(away);
        assertThat(new HandingOnLine(away).lines())
                .containsExactly(HealthLine.of("handing-on", State.BAD, "away", Map.of()));
    }

    private Path place(UUID id) {
        return folder.resolve("vault/kept/" + id.toString().substring(0, 2) + "/" + id);
    }

    @Test
    void a_bucket_that_is_gone_has_lost_no_item() throws Exception {
        var id = added(vault(), random(100));
        vault().keep(id, MANIFEST);
        later(vault());
        assertThatIOException()
                .isThrownBy(() -> vault("secret", "no-such-bucket").size(id))
                .isNotInstanceOf(NoSuchFileException.class);
        assertThatIOException()
                .isThrownBy(() -> vault("wrong", "evidence").kept(id))
                .isNotInstanceOf(NoSuchFileException.class);
    }

    private static S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create(store.address()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
    }
}

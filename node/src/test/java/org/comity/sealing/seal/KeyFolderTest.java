package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Signature;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeyFolderTest {

    private final KeyFolder keys = new KeyFolder(PracticeKeys.folder("XA-1"));

    @Test
    void each_key_fits_its_certificate() throws Exception {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.sealKey());
        signature.update(new byte[] {1, 2, 3});
        var value = signature.sign();

        signature.initVerify(keys.sealCertificate());
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(value)).isTrue();
    }

    @Test
    void stores_hold_what_they_promise() throws Exception {
        assertThat(keys.as4().isKeyEntry("as4")).isTrue();
        assertThat(keys.tls().getKey("tls", keys.password())).isNotNull();
        assertThat(keys.trust().getCertificate("ca"))
                .isEqualTo(PracticeKeys.authority().root());
        assertThat(keys.practiceStamps()).isPresent();
        assertThat(keys.ageRecipient()).startsWith("age1pq1").hasSize(1959);
    }

    @Test
    void a_node_starts_without_keys_and_asks_for_them_when_it_needs_them(@org.junit.jupiter.api.io.TempDir Path empty) {
        new ApplicationContextRunner()
                .withBean(KeyFolder.class)
                .withPropertyValues("node.keys=" + empty.resolve("none"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(NodeKeys.class));
    }
}

package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.util.Base64;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.Test;

class SignedEntryTest {

    private final KeyFolder keys = new KeyFolder(PracticeKeys.folder("XA-1"));

    @Test
    void the_register_key_and_no_other_signs_entries() throws Exception {
        var entry = "{\"n\":1}".getBytes(UTF_8);

        var signature = Base64.getDecoder().decode(Specimen.stamping("XA-1").signEntry(entry));

        var verifying = Signature.getInstance("SHA256withECDSA");
        verifying.initVerify(keys.registerCertificate());
        verifying.update(entry);
        assertThat(verifying.verify(signature)).isTrue();
        verifying.initVerify(keys.sealCertificate());
        verifying.update(entry);
        assertThat(verifying.verify(signature)).isFalse();
    }
}

package org.comity.proof.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class Bech32Test {

    private final HybridIdentity identity = HybridIdentity.generate();
    private final String recipient = identity.recipient().toString();

    @Test
    void a_recipient_of_1216_bytes_is_written_and_read() {
        assertThat(recipient).startsWith("age1pq1").hasSize(1959);
        assertThat(HybridRecipient.parse(recipient)).hasToString(recipient);
        assertThat(HybridRecipient.parse(recipient.toUpperCase(Locale.ROOT))).hasToString(recipient);
    }

    @Test
    void a_secret_is_read_again() {
        assertThat(HybridIdentity.parse(identity.secretText()).recipient()).hasToString(recipient);
        assertThat(identity.toString()).doesNotContainIgnoringCase("age-secret-key");
    }

    @Test
    void one_wrong_letter_anywhere_is_noticed() {
        for (int at = 7; at < recipient.length(); at += 97) {
            var wrong = new StringBuilder(recipient);
            wrong.setCharAt(at, recipient.charAt(at) == 'q' ? 'p' : 'q');
            assertThatIllegalArgumentException().isThrownBy(() -> HybridRecipient.parse(wrong.toString()));
        }
    }

    @Test
    void what_is_no_hybrid_recipient_is_refused() {
        var shorter = Bech32.encode("age1pq", new byte[HybridKem.RECIPIENT_LENGTH - 1]);
        var mixed = recipient.substring(0, 100).toUpperCase(Locale.ROOT) + recipient.substring(100);
        for (var text :
                new String[] {"", "age1pq1", "age1qqqq", identity.secretText(), shorter, mixed, recipient + "\n"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> HybridRecipient.parse(text));
        }
    }
}

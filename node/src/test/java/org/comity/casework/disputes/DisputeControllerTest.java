package org.comity.casework.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Set;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

class DisputeControllerTest {

    @Test
    void the_file_of_a_request_that_shares_its_reference_has_a_name_without_a_slash() {
        var file = new DisputeController(mock(Disputes.class))
                .proof("XB-2/XB-2026-000017", 3, "ours", new Official("pia", "P. Osei", "XB-1/o-3", Set.of()));
        assertThat(file.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("XB-2-XB-2026-000017-3-ours.json");
    }
}

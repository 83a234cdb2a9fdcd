package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Set;
import org.comity.casework.Correspondence;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CorrespondenceApiTest {

    @Test
    void the_file_of_a_request_that_shares_its_reference_has_a_name_without_a_slash() {
        var correspondence = mock(Correspondence.class);
        when(correspondence.letter(any(), any(), any(), any())).thenReturn(new byte[0]);
        var asked = new MockHttpServletRequest("GET", "/api/v1/requests/XB-2/XB-2026-000017/letter.pdf");
        var file = new CorrespondenceApi(correspondence, mock(ReadingRequest.class), mock(AnsweringIdempotently.class))
                .letter("XB-2/XB-2026-000017", null, new Official("pia", "P. Osei", "XB-1/o-3", Set.of()), asked);
        assertThat(file.getHeaders().getContentDisposition().getFilename()).isEqualTo("XB-2-XB-2026-000017-letter.pdf");
    }
}

package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.comity.ui.FormProblems;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.ui.ExtendedModelMap;

class VerifyControllerTest {

    @Test
    void whose_file_takes_too_long_is_told_so_at_the_file_and_keeps_what_was_typed() throws Exception {
        var verifying = mock(VerifyingFile.class);
        when(verifying.verify(any(), any(), any())).thenThrow(new ChecksAside.TooLong());
        var model = new ExtendedModelMap();
        var anchors = "XA-1/seal=" + "0".repeat(64);

        new VerifyController(verifying, Clock.systemUTC())
                .verify(new MockMultipartFile("file", new byte[] {1}), anchors, new MockHttpServletRequest(), model);

        assertThat(((FormProblems) model.get("problems")).at("file"))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("site.verify.late"));
        assertThat(model.get("anchors")).isEqualTo(anchors);
    }
}

package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Set;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

class RemindersControllerTest {

    @Test
    void the_file_of_a_request_that_shares_its_reference_has_a_name_without_a_slash() {
        var keeping = mock(QuietingReminders.class);
        when(keeping.calendar(any(), any(), any())).thenReturn("");
        var file = new RemindersController(keeping)
                .calendar("XB-2/XB-2026-000017", new Official("pia", "P. Osei", "XB-1/o-3", Set.of()), Locale.ENGLISH);
        assertThat(file.getHeaders().getContentDisposition().getFilename()).isEqualTo("XB-2-XB-2026-000017.ics");
    }
}

package org.comity.seat;

import org.comity.evidence.upload.StreamedForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the form by which files come from a seat. */
@Configuration(proxyBeanMethods = false)
class SeatForms {

    @Bean
    StreamedForm seatForm() {
        return new StreamedForm(SeatFilesController.PATH);
    }
}

package org.comity.evidence.pages;

import org.comity.evidence.upload.StreamedForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the form by which files are added to evidence. */
@Configuration(proxyBeanMethods = false)
class EvidenceForms {

    @Bean
    StreamedForm evidenceForm() {
        return new StreamedForm(AddingController.PATH);
    }
}

package org.comity.implementation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the room its questionnaire, read once. */
@Configuration(proxyBeanMethods = false)
class ImplementationConfiguration {

    @Bean
    Questionnaire questionnaire() {
        return Questionnaire.ofTheProgram();
    }
}

package org.comity.paper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this folder reads of {@code node.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaperLimits.class, Letterhead.class, LetterSettings.class})
class PaperConfiguration {}

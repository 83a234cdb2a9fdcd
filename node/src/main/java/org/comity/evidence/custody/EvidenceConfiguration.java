package org.comity.evidence.custody;

import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.SeatItemSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the vault, and of what seats bring into it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EvidenceSettings.class, SeatItemSettings.class})
class EvidenceConfiguration {}

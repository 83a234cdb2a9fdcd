package org.comity.casework.requests;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the list of requests reads of {@code node.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OurAims.class)
class RequestsConfiguration {}

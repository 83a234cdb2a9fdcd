package org.comity.thread.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads {@link ThreadLimits}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThreadLimits.class)
class RegisterConfiguration {}

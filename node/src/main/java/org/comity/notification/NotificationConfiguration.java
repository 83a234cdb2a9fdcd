package org.comity.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What reminders read of {@code node.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, ReminderSettings.class})
class NotificationConfiguration {}

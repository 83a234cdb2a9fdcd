package org.comity.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What reminders, digests and the alarm read of {@code node.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    MailSettings.class,
    ReminderSettings.class,
    DigestSettings.class,
    ReplySettings.class,
    AlarmSettings.class
})
class NotificationConfiguration {}

package org.comity.casework.checkwords;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sets whether strangers can ask if an order is ours.
 *
 * @param enabled without it there is no such page, and no paper bears a check word
 */
@ConfigurationProperties("node.order-check")
record OrderCheckSettings(@DefaultValue("true") boolean enabled) {}

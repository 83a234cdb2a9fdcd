package org.comity.seat;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says what a person in a seat on this node may open with it.
 *
 * @param opens procedures as the law data name them; none where it is empty
 */
@ConfigurationProperties("node.seats")
record SeatSettings(@DefaultValue List<String> opens) {}

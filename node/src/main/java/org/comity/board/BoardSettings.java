package org.comity.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sets which boards this node hosts and follows.
 *
 * @param host publishes boards, and serves their feeds
 * @param follow participants whose boards this node holds, e.g. {@code XS-1}
 * @param every a host is asked again after so long
 * @param timeout for one answer of a host, whole
 * @param compareWith as many other participants are asked once a day what the host showed them
 */
@Validated
@ConfigurationProperties("node.board")
public record BoardSettings(
        @DefaultValue("false") boolean host,
        @DefaultValue List<String> follow,
        @DefaultValue("PT5M") Duration every,
        @DefaultValue("PT20S") Duration timeout,
        @DefaultValue("3") @Min(0) @Max(20) int compareWith) {

    public BoardSettings {
        follow = List.copyOf(follow);
    }
}

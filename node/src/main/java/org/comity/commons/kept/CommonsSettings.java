package org.comity.commons.kept;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The collections.
 *
 * @param looked after so long without a word of its author a record says that nobody looked at it
 */
@ConfigurationProperties("node.commons")
record CommonsSettings(@DefaultValue("P6M") Period looked) {

    CommonsSettings {
        if (looked.isNegative() || looked.isZero()) {
            throw new IllegalArgumentException("node.commons.looked is a period such as P6M");
        }
    }
}

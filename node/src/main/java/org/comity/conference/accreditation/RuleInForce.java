package org.comity.conference.accreditation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Holds the rule for observers that the node is configured with; a node does not start with a file that is wrong. */
@Component
class RuleInForce {

    private final AccreditationRule rule;

    RuleInForce(
            @Value("${node.conference.accreditation-rule:classpath:conference/accreditation/one-objection-refers.yaml}")
                    Resource file)
            throws IOException {
        try (var content = file.getInputStream()) {
            rule = AccreditationRule.read(
                    new String(content.readNBytes(AccreditationRule.LARGEST * 4), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file.getFilename() + ": " + wrong.getMessage(), wrong);
        }
    }

    AccreditationRule rule() {
        return rule;
    }
}

package org.comity.ui.page;

import org.comity.ui.OwnNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Names our State as the directory does; as configuration does while there is no directory yet, so that pages still draw.
 */
@Component
@EnableConfigurationProperties(OwnNodeProperties.class)
class CurrentOwnNode {

    private final ObjectProvider<OwnNode> known;
    private final ConfiguredOwnNode configured;

    CurrentOwnNode(ObjectProvider<OwnNode> known, OwnNodeProperties properties, @Value("${node.id}") String node) {
        this.known = known;
        this.configured = new ConfiguredOwnNode(node, properties);
    }

    OwnNode current() {
        return known.stream().filter(CurrentOwnNode::answers).findFirst().orElse(configured);
    }

    private static boolean answers(OwnNode house) {
        try {
            house.zone();
            return true;
        } catch (RuntimeException noDirectoryYet) {
            return false;
        }
    }
}

package org.comity.ui.page;

import org.comity.ui.House;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Our State as the directory names it; as configuration does while there is no directory yet, so that pages still draw. */
@Component
@EnableConfigurationProperties(HouseProperties.class)
class Houses {

    private final ObjectProvider<House> known;
    private final ConfiguredHouse configured;

    Houses(ObjectProvider<House> known, HouseProperties properties, @Value("${node.id}") String node) {
        this.known = known;
        this.configured = new ConfiguredHouse(node, properties);
    }

    House current() {
        return known.stream().filter(Houses::answers).findFirst().orElse(configured);
    }

    private static boolean answers(House house) {
        try {
            house.zone();
            return true;
        } catch (RuntimeException noDirectoryYet) {
            return false;
        }
    }
}

package org.comity.operator;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.comity.ui.House;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The operator is no State: its pages show UTC. */
@Profile("operator")
@Component
class OperatorHouse implements House {

    @Override
    public String node() {
        return "OP-1";
    }

    @Override
    public String code() {
        return "OP";
    }

    @Override
    public String name(String language) {
        return "Comity";
    }

    @Override
    public String capital(String language) {
        return "UTC";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}

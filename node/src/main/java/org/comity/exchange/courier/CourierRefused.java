package org.comity.exchange.courier;

import java.util.Map;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;

/** Nothing was taken out or in. */
final class CourierRefused extends RuleBroken {

    private CourierRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static CourierRefused nothing(String peer) {
        return new CourierRefused("courier.nothing-waits", Map.of("id", peer));
    }

    static CourierRefused keysWithdrawn(String peer) {
        return new CourierRefused("courier.keys-withdrawn", Map.of("id", peer));
    }

    static CourierRefused unknown() {
        return new CourierRefused("courier.unknown", Map.of());
    }

    static CourierRefused tooLarge() {
        return new CourierRefused("courier.too-large", Map.of());
    }

    static CourierRefused noFile() {
        return new CourierRefused("courier.no-file", Map.of());
    }

    /** The files are sealed for another node: nobody who carries them reads them. So the administrator may, too. */
    static void unlessCarrier(Official by) {
        if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.LAWYER) && !by.holds(Duty.ADMINISTRATOR)) {
            throw new CourierRefused("courier.forbidden", Map.of());
        }
    }
}

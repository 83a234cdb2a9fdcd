package org.comity.capacity.activities;

import java.util.List;
import org.comity.capacity.iati.IatiFacts;
import org.comity.capacity.iati.IatiMoney;

/** An activity of such a file that holds, with what of it is compared, and its money. */
public record BroughtActivity(String identifier, long file, IatiFacts facts, List<IatiMoney.Sum> money) {

    public BroughtActivity {
        money = List.copyOf(money);
    }
}

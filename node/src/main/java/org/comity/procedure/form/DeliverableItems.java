package org.comity.procedure.form;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** The items of a thread that lie here whole, which an act may deliver. */
public interface DeliverableItems {

    boolean none(RequestRow row);

    /** By name. An item that was ticked before stands under the manifest that the act names; the others under their own id. */
    List<Choice> choices(RequestRow row, List<String> ticked, Language language);

    /**
     * @param chosen ids of items, or manifests as {@link #choices} offers them; what is neither, or not of this thread, is
     *     left out
     * @return hashes of the manifests that name this receiver
     */
    List<String> manifests(RequestRow row, List<String> chosen, @Nullable Official by);
}

package org.comity.capacity.activities;

import java.util.List;
import org.comity.capacity.contributions.Contribution;
import org.comity.capacity.iati.IatiFault;

/**
 * Shows what stands in the published file, and what does not with its reason.
 *
 * @param possible who publishes has an identifier
 */
public record PublishedView(boolean possible, int held, List<Left> left, List<LeftContribution> contributions) {

    public record Left(SharedActivity activity, String why, List<IatiFault> faults) {}

    public record LeftContribution(Contribution contribution, String why) {}

    public PublishedView {
        left = List.copyOf(left);
        contributions = List.copyOf(contributions);
    }
}

package org.comity.capacity.rounds;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Begins a proposal with what an approved round placed, and says at its field what is not on the list. */
final class ProposingPair implements Particulars {

    static final String PROPOSE = "propose";

    /** By which act who waits is told that the other side does not come. */
    static final String TOLD_NEED = "provider-declines";

    static final String TOLD_OFFER = "state-declines";

    /** To whom it is proposed: in the thread of the need, or of the offer. */
    enum Side {
        NEED,
        OFFER
    }

    private final String procedure;
    private final Side side;
    private final ObjectProvider<ProposedPairs> pairs;

    /**
     * @param procedure of needs or of offers
     * @param pairs found once all procedures are there
     */
    ProposingPair(String procedure, Side side, ObjectProvider<ProposedPairs> pairs) {
        this.procedure = procedure;
        this.side = side;
        this.pairs = pairs;
    }

    @Override
    public String procedure() {
        return procedure;
    }

    /** Of a need that is being written: what each reader would read of it as it stands. */
    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        return side == Side.NEED && row == null && type.equals("submit")
                ? ReadersOfNeed.of(procedure.split("/")[0], body)
                : List.of();
    }

    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        return switch (type) {
            case PROPOSE -> pairs.getObject().begun(row, side);
            case TOLD_NEED, TOLD_OFFER -> pairs.getObject().lost(row);
            default -> Map.of();
        };
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        return type.equals(PROPOSE)
                ? pairs.getObject().problems(row, side, new BodyFields(written.body()))
                : FormProblems.NONE;
    }
}

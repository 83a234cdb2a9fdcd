package org.comity.bench.faults;

/** The directory operator tells two nodes two lists with one number; they find out by talking to each other, go on, and take a later list that is the same for both. */
final class OperatorForks implements Fault {

    private static final String WARNED = "select count(*) from directory.warning where code = 'list-fork'";

    @Override
    public String name() {
        return "operator-forks";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        OperatorLists.taken(stage, stage.operator.publish());
        OperatorLists.taken(stage, stage.operator.fork(stage.asked.id()));
        work.request();
        work.answerAll();
        stage.patience.until("acts go while the operator lies", work::settled);
        stage.patience.until(
                "a node warns of the fork",
                () -> stage.asking.database().count(WARNED)
                                + stage.asked.database().count(WARNED)
                        > 0);
        stage.operator.honest();
        OperatorLists.taken(stage, stage.operator.publishAfterFork());
    }
}

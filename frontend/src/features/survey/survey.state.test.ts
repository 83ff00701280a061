import { expect } from "chai";
import { answerOf, emptySurvey, faultsOf } from "./survey.state.js";

describe("a survey", () => {
  it("wants the first two questions answered", () => {
    expect(faultsOf(emptySurvey)).to.deep.equal(["ease", "wasHelped"]);
    expect(answerOf(emptySurvey)).to.equal(null);
  });

  it("takes a comment of at most 1000 characters", () => {
    const survey = { ease: "4", wasHelped: "partly", comment: " Meer tijd. " } as const;
    expect(answerOf(survey)).to.deep.equal({ ease: 4, wasHelped: "partly", comment: "Meer tijd." });
    expect(faultsOf({ ...survey, comment: "x".repeat(1001) })).to.deep.equal(["comment"]);
  });
});

/** How an answer is rated: resolves to whether the server has kept it, and tells the visitor where it has not. */
export function rating(api, stage) {
  return async (turnId, rating) => {
    try {
      await api.rate(turnId, rating);
      return true;
    } catch (problem) {
      stage.notice('ratingFailed');
      stage.problem(problem);
      return false;
    }
  };
}

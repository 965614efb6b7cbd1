package diff

import "maps"

// interest says what a statement is about, and whom it serves if it grows: if
// its sum is raised, its time made longer, or the statement is added. Where it
// shrinks the sides change places. Any other change of such a statement touches
// both, and the text alone does not say how.
type interest struct {
	area   Area
	serves role
	costs  role
}

// role is a way to find the parties that a statement concerns.
type role uint8

const (
	nobody        role = iota
	payer              // who pays under the block
	payee              // who is paid
	actor              // who must act, or may: returns, decides, serves, leads
	others             // every party but those
	everyone           //
	named              // the parties that the statement itself names
	commissioners      // by their roles
	providers
	sharer  // of a share: who has it, by whether the shares pay or are paid
	reacher // of a band: who is paid if it is easier to reach
	giver   // whom the statement itself lets pay: `from NAME to NAME`
	taker   // and whom it lets be paid
)

// areas say what a whole block is about.
var areas = map[string]Area{
	"agreement": Term, "define": Definition, "party": Party, "body": Party, "group": Decision, "place": Definition, "area": Party,
	"shares": Money, "return": Deadline, "outcome": Measure, "measure": Measure, "funding": Money, "tranche": Money, "commitment": Money,
	"gainshare": Money, "scorecard": Measure, "route": Process, "decision": Decision, "review": Deadline, "rule": Right,
	"dispute": Dispute, "notice": Notice, "clause": Words,
	"officer": Right, "count": Measure, "cost": Measure, "advance": Money, "fund": Money, "ratecard": Money, "price": Money,
	"social_return": Data, "benefit": Data, "contract": Right, "register": Right, "process": Process, "step": Process,
	"framework": Right,
}

func areaOf(keyword, statement string) Area {
	if statement == "" {
		return areas[keyword]
	}
	return interests[keyword+"."+statement].area
}

// Knows reports whether the table of interests has a statement; a template's are
// the agreement's.
func Knows(keyword, statement string) bool {
	if keyword == "template" {
		keyword = "agreement"
	}
	_, ok := interests[keyword+"."+statement]
	return ok && areas[keyword] != ""
}

// interests hold a row for every statement of the language: a test says so.
var interests = func() map[string]interest {
	all := maps.Clone(first)
	maps.Copy(all, grown)
	return all
}()

// first holds the rows of the blocks of the first design.
var first = map[string]interest{
	"agreement.language":  {Data, nobody, nobody},
	"agreement.model":     {Term, nobody, nobody},
	"agreement.term":      {Term, everyone, nobody},
	"agreement.begins":    {Term, nobody, nobody},
	"agreement.survives":  {Term, nobody, nobody},
	"agreement.currency":  {Money, nobody, nobody},
	"agreement.vat":       {Money, nobody, nobody},
	"agreement.year":      {Term, nobody, nobody},
	"agreement.calendar":  {Deadline, nobody, nobody},
	"agreement.rounding":  {Money, nobody, nobody},
	"agreement.remainder": {Money, nobody, nobody},
	"agreement.funds":     {Money, nobody, nobody},
	"agreement.under":     {Words, nobody, nobody},
	"agreement.beside":    {Right, nobody, nobody},
	"agreement.prevails":  {Right, nobody, nobody},
	"agreement.varied":    {Right, nobody, nobody},
	"agreement.unclear":   {Right, nobody, nobody},
	"agreement.purpose":   {Words, nobody, nobody},
	"agreement.principle": {Right, nobody, nobody},

	"define.means": {Definition, nobody, nobody},

	"party.role":       {Party, nobody, nobody},
	"party.legal name": {Party, nobody, nobody},
	"party.registered": {Party, nobody, nobody},
	"party.signs":      {Party, nobody, nobody},
	"party.social aim": {Party, nobody, nobody},
	"party.owned by":   {Party, nobody, nobody},
	"party.trades":     {Party, nobody, nobody},
	"party.served at":  {Notice, nobody, nobody},
	"body.paid":        {Money, nobody, named},
	"body.part of":     {Party, nobody, nobody},
	"group.seat":       {Decision, named, others},
	"group.votes":      {Decision, nobody, nobody},
	"group.binds":      {Decision, nobody, everyone},
	"group.delegated":  {Decision, nobody, nobody},
	"group.undone":     {Right, named, others},

	"area.ages":       {Party, nobody, nobody},
	"area.lead":       {Party, nobody, nobody},
	"area.with":       {Party, nobody, nobody},
	"area.reports to": {Party, nobody, nobody},

	"shares.share": {Money, sharer, others},

	"return.every":      {Deadline, nobody, actor},
	"return.due":        {Deadline, actor, others},
	"return.accepted":   {Deadline, named, actor},
	"return.silence":    {Right, nobody, nobody},
	"return.contested":  {Right, nobody, nobody},
	"return.if late":    {Deadline, others, actor},
	"return.if missing": {Deadline, actor, others},

	"outcome.weight":         {Measure, nobody, nobody},
	"outcome.family":         {Measure, nobody, nobody},
	"measure.means":          {Measure, nobody, nobody},
	"measure.unit":           {Measure, nobody, nobody},
	"measure.weight":         {Measure, nobody, nobody},
	"measure.better":         {Measure, nobody, nobody},
	"measure.baseline":       {Data, nobody, nobody},
	"measure.returned":       {Measure, nobody, actor},
	"measure.input":          {Measure, nobody, actor},
	"measure.if zero":        {Measure, nobody, nobody},
	"measure.judged":         {Measure, nobody, nobody},
	"measure.evidence":       {Measure, nobody, nobody},
	"measure.band":           {Band, reacher, payer},
	"measure.each month":     {Measure, nobody, nobody},
	"measure.each quarter":   {Measure, nobody, nobody},
	"measure.each half year": {Measure, nobody, nobody},
	"measure.each year":      {Measure, nobody, nobody},

	"funding.from":      {Money, nobody, payer},
	"funding.to":        {Money, payee, nobody},
	"funding.basis":     {Money, nobody, nobody},
	"funding.sum":       {Money, payee, payer},
	"funding.taper":     {Money, payee, payer},
	"funding.ceiling":   {Money, payee, payer},
	"funding.paid":      {Money, nobody, nobody},
	"funding.remainder": {Money, nobody, nobody},
	"funding.if ended":  {Money, payee, payer},
	"funding.withheld":  {Money, payer, payee},
	"funding.excludes":  {Money, payer, payee},

	"commitment.every": {Money, nobody, nobody},
	"commitment.gives": {Money, others, named},
	"commitment.spent": {Money, nobody, nobody},

	"gainshare.every":      {Money, nobody, nobody},
	"gainshare.score":      {Money, nobody, nobody},
	"gainshare.points":     {Money, payee, payer},
	"gainshare.method":     {Money, nobody, nobody},
	"gainshare.pool":       {Money, nobody, nobody},
	"gainshare.gain":       {Money, payee, payer},
	"gainshare.pain":       {Money, payer, payee},
	"gainshare.matters":    {Right, nobody, nobody},
	"gainshare.gain cap":   {Money, payee, payer},
	"gainshare.pain cap":   {Money, payer, payee},
	"gainshare.beyond cap": {Money, nobody, named},
	"gainshare.part year":  {Money, nobody, nobody},
	"gainshare.calculated": {Deadline, nobody, nobody},
	"gainshare.confirmed":  {Right, nobody, nobody},
	"gainshare.paid":       {Deadline, payer, payee},
	"gainshare.set off":    {Money, nobody, nobody},
	"gainshare.corrected":  {Right, nobody, nobody},

	"scorecard.every":  {Measure, nobody, nobody},
	"scorecard.score":  {Measure, nobody, nobody},
	"scorecard.points": {Measure, nobody, nobody},
	"scorecard.method": {Measure, nobody, nobody},

	"route.on":        {Process, nobody, nobody},
	"route.threshold": {Process, nobody, nobody},
	"route.way":       {Process, nobody, nobody},
	"route.waiver":    {Process, nobody, nobody},

	"decision.opens":     {Decision, nobody, nobody},
	"decision.by":        {Decision, named, others},
	"decision.rule":      {Decision, nobody, nobody},
	"decision.quorum":    {Decision, nobody, nobody},
	"decision.silence":   {Decision, nobody, nobody},
	"decision.conflicts": {Decision, nobody, nobody},
	"decision.decides":   {Decision, nobody, nobody},
	"decision.record":    {Decision, others, actor},
	"decision.within":    {Deadline, actor, nobody},
	"decision.otherwise": {Decision, nobody, nobody},
	"decision.then":      {Decision, nobody, nobody},

	"review.every":     {Deadline, nobody, actor},
	"review.held":      {Deadline, actor, others},
	"review.by":        {Deadline, nobody, named},
	"review.looks at":  {Measure, nobody, nobody},
	"review.if missed": {Deadline, others, actor},
	"review.then":      {Right, nobody, nobody},
	"review.otherwise": {Right, nobody, nobody},

	"rule.when":  {Right, nobody, nobody},
	"rule.reads": {Right, nobody, nobody},
	"rule.fires": {Right, nobody, nobody},
	"rule.then":  {Right, nobody, nobody},

	"dispute.level":     {Dispute, nobody, nobody},
	"dispute.meanwhile": {Money, nobody, nobody},
	"dispute.outside":   {Right, nobody, nobody},
	"dispute.otherwise": {Dispute, nobody, nobody},

	"notice.by":        {Notice, named, others},
	"notice.to":        {Notice, named, actor},
	"notice.served":    {Notice, nobody, nobody},
	"notice.received":  {Notice, others, actor},
	"notice.given":     {Notice, nobody, nobody},
	"notice.at least":  {Notice, others, actor},
	"notice.expiring":  {Notice, nobody, nobody},
	"notice.instead":   {Notice, nobody, nobody},
	"notice.withdrawn": {Notice, nobody, nobody},
	"notice.then":      {Right, nobody, nobody},

	"clause.number": {Words, nobody, nobody},
	"clause.states": {Words, nobody, nobody},
	"clause.text":   {Words, nobody, nobody},
}

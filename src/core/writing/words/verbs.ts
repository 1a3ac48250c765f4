/**
 * What people do in stories, as base forms. Told apart are words that are hardly anything but verbs, and words that are
 * often nouns as well (`a list`, `the report`), which need more around them to be believed.
 */
const PLAIN = `
abandon accelerate accept accommodate accompany accomplish achieve acknowledge acquire activate adapt add
adhere adjust administer administrate admit adopt advertise affect aggregate agree align allocate allow
alter amend analyse analyze annotate announce anonymise anonymize anticipate apologise appear append apply
appoint appreciate approve arrange ask assemble assert assess assign assist associate assume attach attend
attract attribute authenticate authorise authorize automate avoid await be become begin behave believe
belong bring browse build buy calculate calibrate capture carry categorise categorize celebrate certify
characterise choose cite clarify classify coach collaborate collapse collate collect combine communicate
compare compile complain compose comprehend compress compute conceal conclude configure confirm connect
consider consolidate construct consult consume contain continue contribute convert convey coordinate
correlate create criticise curate customise customize deactivate deal debug decide declare decline decompose
decrypt deduplicate define delegate delete delineate deliver demonstrate deny depend deploy deprecate derive
describe deselect destroy detach detect determine develop diagnose differentiate digitise digitize disable
disallow disassociate discard disconnect discover discuss dismiss dispose disseminate distinguish distribute
divide do donate drag eat edit educate elaborate elect eliminate embed employ empower enable encounter
encourage encrypt endorse enforce engage enhance enjoy enlarge enlist enrich enrol enroll ensure enter
escalate establish evaluate examine exclude execute expand expect explain explore expose express extend
extract facilitate fail fill finalise finalize find finish fix follow foresee forget formulate fulfil
fulfill gather generate get give go grant guarantee have hear hide highlight hire identify ignore illustrate
imagine implement impose improve include incorporate indent indicate infer inform ingest inherit initialise
initialize initiate insert inspect install instantiate instruct integrate interact interpret interrupt
introduce invalidate invent invest investigate invite invoke involve isolate join keep know launch lay learn
lend let listen load locate login logon logout lose maintain make manipulate master meet memorise merge
migrate minimise minimize modify monitor multiply narrow navigate neglect negotiate normalise normalize
notify observe obtain omit onboard operate operationalise operationalize opt organise organize outdent
overcome overlay override oversee overwrite own paginate paste pay perceive perform persist personalise
personalize preclassify predict prefilter prepare preprocess prescribe preserve prevent prioritise
prioritize proceed prohibit promote propagate propose protect prove provide provision publicise publicize
publish pursue put qualify quantify raise react read rearrange realise realize reassign receive recognise recognize
recommend reconcile reconfigure reconstruct recover recruit rectify redeem redirect redo reduce refer refine
reflect refresh refuse regenerate regulate reject relate relax rely remain remember remind remove rename
render renew reopen reorder reorganise reorganize repeat replace replicate represent reproduce require rerun
rescale reschedule resend reset reside resize resolve respond restart restore restrict resubmit resume
retain retrieve reuse reveal revert revise revoke rewrite rotate satisfy say see seek select send settle
simplify simulate skip solve speak specify spend standardise standardize stay strengthen submit subscribe
substitute succeed suggest summarise summarize supervise suppress suspend swap sync synchronise synchronize
tailor take teach tell terminate toggle transcode transcribe transform translate transmit traverse trigger
trim troubleshoot unassign unblock uncover understand undertake undo unfollow uninstall unlink unlock
unpublish unselect unsubscribe unzip update utilise utilize validate vary verify visualise visualize want
warn wash withdraw witness write zip zoom`;

/** Nouns or adjectives as often as verbs: alone behind `and` they say little. */
const MIXED = `
access account address advance aim alert alias amount answer appeal approach archive argue array audit back
backup badge balance balk ban bank bar base batch benefit bill block board book bookmark border brand break
brief budget bundle call cancel cap care catalog catalogue cause center change charge chart chat check claim
class clean clear click clone close clue code comment commit complete concern conduct conflict contact
content contract contrast control copy correct cost count couple course cover crawl credit crop cut dash
data date debate decrease default delay delight demand deposit design desire detail discount discourse
display dispute document double doubt download draft draw drill drive drop duplicate echo email embargo end
estimate event exchange excuse exercise exit experience experiment export face fall favor favorite favour
favourite feature feed feel fetch field figure file filter fine fit flag flow focus fold force forecast form
format forward frame free fund further gain group grow guess guide handle hash help hint hold host house
impact import increase index influence input interest interview invoice issue item judge jump key kill label
lack land lead lease leave level license like limit line link list lock log look lookup love map march mark
market mask match matter mean measure message mind mirror model module move mute name need nest note notice
number object offer open order outline output overview pack package page park part pass patch pause permit
phone photograph pick picture pin place plan play plot point poll pool post power prefer present press
preview price print process produce profile program progress project promise prompt proof protest purchase
purpose push query question queue quit quote rank rate reach rebuild record reference reform refund regard
register release remark rent repair reply report request rescue research reserve respect rest result return
review reward ride risk role roll round route rule run sample save scan schedule scope score screen script
scroll search secure segment sell sense sentence separate serve service set shape share shift ship shop show
sign sketch sleep slow snap sort sound source space split sponsor spot stage stamp stand star start state
step stick stock stop store stream stress structure study style subject sum supply support surface survey
switch table tag talk target task taste tax team template tender test text theme think ticket tie time title
top total touch tour trace track trade train transfer transport travel treat trend trial trouble trust try
turn tweet type unit upgrade upload upset use value version view visit voice vote wait walk warrant watch
weight win wish wonder work worry wrap yield zone`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const mixed = words(MIXED);
const plain = words(PLAIN);

/** A base form; `mixed` where it is often a noun or an adjective. */
export function verbKind(word: string): 'verb' | 'mixed' | undefined {
  if (mixed.has(word)) return 'mixed';
  return plain.has(word) ? 'verb' : undefined;
}
